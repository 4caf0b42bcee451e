package org.zonedrift.output;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.zonedrift.exchange.Manner;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.Flag;
import org.zonedrift.verdict.NsSets;
import org.zonedrift.verdict.Position;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.RecheckResult;
import org.zonedrift.verdict.Reference;
import org.zonedrift.verdict.SchemeGuess;
import org.zonedrift.verdict.SerialOrder;
import org.zonedrift.verdict.SoaField;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.SerialScheme;

/** The published words of an enum: as text for the schema; for the writer in quotes, ready to be copied. */
final class Words<E extends Enum<E>> {

    static final Words<Verdict> VERDICTS = of(Verdict.values(), Verdict::name);
    static final Words<Reason> REASONS = of(Reason.values(), Reason::key);
    static final Words<Flag> FLAGS = of(Flag.values(), Flag::key);
    static final Words<Outcome> OUTCOMES = of(Outcome.values(), Outcome::name);
    static final Words<Position> POSITIONS = of(Position.values(), Position::key);
    static final Words<SerialScheme> SCHEMES = of(SerialScheme.values(), SerialScheme::key);
    static final Words<SchemeGuess.Confidence> CONFIDENCES =
            of(SchemeGuess.Confidence.values(), SchemeGuess.Confidence::key);
    static final Words<SerialOrder> ORDERS = of(SerialOrder.values(), SerialOrder::key);
    static final Words<Reference.Kind> REFERENCES = of(Reference.Kind.values(), Reference.Kind::key);
    static final Words<SoaField> SOA_FIELDS = of(SoaField.values(), SoaField::key);
    static final Words<Delegation.Method> METHODS = of(Delegation.Method.values(), Delegation.Method::key);
    static final Words<Delegation.Standing> STANDINGS = of(Delegation.Standing.values(), Words::standing);
    static final Words<NsSets.Relation> RELATIONS = of(NsSets.Relation.values(), NsSets.Relation::key);
    static final Words<NameServer.AddressSource> ADDRESS_SOURCES =
            of(NameServer.AddressSource.values(), Words::lowerCase);
    static final Words<NameServer.Trouble> TROUBLES = of(NameServer.Trouble.values(), NameServer.Trouble::key);
    static final Words<Manner.Transport> TRANSPORTS = of(Manner.Transport.values(), Words::lowerCase);
    static final Words<RecheckResult.State> STATES = of(RecheckResult.State.values(), RecheckResult.State::key);
    static final Words<RecheckResult.Hint> HINTS = of(RecheckResult.Hint.values(), RecheckResult.Hint::key);

    private final List<E> constants;
    private final List<String> all;
    private final byte[][] quoted;

    private Words(List<E> constants, List<String> all) {
        this.constants = constants;
        this.all = all;
        this.quoted = all.stream().map(Words::quoted).toArray(byte[][]::new);
    }

    private static <E extends Enum<E>> Words<E> of(E[] constants, Function<E, String> word) {
        return new Words<>(
                List.of(constants), Arrays.stream(constants).map(word).toList());
    }

    /** None of these words has anything to escape. */
    private static byte[] quoted(String word) {
        return ('"' + word + '"').getBytes(StandardCharsets.US_ASCII);
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String standing(Delegation.Standing standing) {
        return lowerCase(standing).replace('_', '-');
    }

    /** All of them, in the order of the constants. */
    List<String> all() {
        return all;
    }

    /** The word with its quotes, as it stands in a record; not to be changed. */
    byte[] quoted(E constant) {
        return quoted[constant.ordinal()];
    }

    /** The constant that is written so. */
    E read(String word) {
        int index = all.indexOf(word);
        if (index < 0) {
            throw new IllegalArgumentException("nobody knows the word " + word);
        }
        return constants.get(index);
    }

    /** The names of the flags that go into {@code findings} or into {@code facts}, sorted. */
    static List<String> flags(Kind kind) {
        return Arrays.stream(Flag.values())
                .filter(flag -> flag.isFact() == (kind == Kind.FACTS))
                .map(Flag::key)
                .sorted()
                .toList();
    }

    enum Kind {
        FINDINGS,
        FACTS
    }
}
