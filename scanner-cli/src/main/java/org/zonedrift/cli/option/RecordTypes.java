package org.zonedrift.cli.option;

import io.netty.handler.codec.dns.DnsRecordType;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Record types as options write them: {@code MX}, or {@code TYPE65} for what has no name here. */
public final class RecordTypes implements ITypeConverter<Integer> {

    private static final String NUMBERED = "TYPE";

    /** The first type of those that ask for more than one set, or for a transfer (RFC 6895 §3.1). */
    private static final int FIRST_QUESTION_TYPE = 128;

    private static final int LAST_QUESTION_TYPE = 255;

    /** What differs from server to server by its nature, or is compared anyway. */
    private static final Set<Integer> POINTLESS =
            Set.of(DnsRecordType.SOA.intValue(), DnsRecordType.RRSIG.intValue(), DnsRecordType.OPT.intValue());

    @Override
    public Integer convert(String text) {
        int type = number(text.toUpperCase(Locale.ROOT));
        if (type < 1 || (type >= FIRST_QUESTION_TYPE && type <= LAST_QUESTION_TYPE) || POINTLESS.contains(type)) {
            throw new TypeConversionException("'" + text + "' is no record type that can be compared, such as MX");
        }
        return type;
    }

    private static int number(String name) {
        if (name.matches(NUMBERED + "\\d{1,4}")) {
            return Integer.parseInt(name.substring(NUMBERED.length()));
        }
        try {
            return DnsRecordType.valueOf(name).intValue();
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }
}
