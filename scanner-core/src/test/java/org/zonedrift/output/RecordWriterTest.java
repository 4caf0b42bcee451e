package org.zonedrift.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordWriterTest {

    static Set<String> situations() {
        return Situations.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void everyRecordObeysTheSchema(String situation) {
        Records.obeysTheSchema(Records.line(Situations.all().get(situation)));
    }

    @Test
    void theSameReportGivesTheSameOctets() {
        Situations.all()
                .forEach((situation, report) -> assertThat(Records.line(report))
                        .isEqualTo(Records.line(Situations.all().get(situation))));
    }

    @Test
    void theRunAndTheFileAreNamedOnlyWhereThereAreSeveral() {
        JsonBytes json = new JsonBytes();
        new RecordWriter("0badcafe", RecordWriter.InputFiles.SEVERAL).write(Situations.optOut(), json);

        assertThat(new String(json.toByteArray(), StandardCharsets.UTF_8))
                .startsWith("{\"schema\":\"zonedrift/1\",\"run\":\"0badcafe\",\"input_file\":0,\"line\":11,");
    }
}
