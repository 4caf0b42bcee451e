package org.zonedrift.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zonedrift.cli.console.Table.Cell;
import org.zonedrift.cli.console.Table.Column;

class TableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        Table table = new Table(Column.left("name"), Column.right("serial"))
                .row("ns1.example", "1")
                .row("ns2", "12345678");
        assertThat(table.lines(Style.PLAIN))
                .containsExactly("name           serial", "ns1.example         1", "ns2          12345678");
    }

    @Test
    void aColumnThatSaysNothingIsLeftOut() {
        Table table = new Table(Column.left("a"), Column.left("empty"), Column.left("b")).row("1", "", "2");
        assertThat(table.lines(Style.PLAIN)).containsExactly("a  b", "1  2");
    }

    @Test
    void coloursDoNotCountForTheWidth() {
        Table table =
                new Table(Column.left("a"), Column.left("b")).row(new Cell("x", Style.COLOURED.bad("x")), Cell.of("y"));
        assertThat(table.lines(Style.PLAIN)).containsExactly("a  b", "\u001b[31mx\u001b[0m  y");
    }
}
