package org.zonedrift.output;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.zonedrift.verdict.Flag;

/** The published words of enums, for the schema. */
final class Words {

    private Words() {}

    static <E extends Enum<E>> List<String> of(E[] constants, Function<E, String> word) {
        return Arrays.stream(constants).map(word).toList();
    }

    /** The names of the flags that go into {@code findings} or into {@code facts}, sorted. */
    static List<String> flags(Kind kind) {
        return Arrays.stream(Flag.values())
                .filter(flag -> (flag.severity() == Flag.Severity.INFO) == (kind == Kind.FACTS))
                .map(Flag::key)
                .sorted()
                .toList();
    }

    enum Kind {
        FINDINGS,
        FACTS
    }
}
