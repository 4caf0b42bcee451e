package org.zonedrift.cli.option;

import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.ServerAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Server addresses as options write them: {@code 192.0.2.1}, {@code 192.0.2.1:5300}, {@code [2001:db8::1]:5300}. */
public final class Addresses implements ITypeConverter<ServerAddress> {

    private static final int PORT_MAX = 65_535;

    @Override
    public ServerAddress convert(String text) {
        return parse(text, ServerAddress.DNS_PORT);
    }

    /**
     * The address, with this port where the text names none.
     *
     * @throws TypeConversionException if the text is no address
     */
    public static ServerAddress parse(String text, int defaultPort) {
        String host = text;
        int port = defaultPort;
        int colon = text.lastIndexOf(':');
        boolean bracketed = text.startsWith("[");
        boolean hasPort = bracketed ? text.indexOf("]:") > 0 : colon > 0 && text.indexOf(':') == colon;
        if (hasPort) {
            host = text.substring(0, colon);
            port = port(text.substring(colon + 1), text);
        }
        if (bracketed && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        byte[] octets = AddressText.parse(host)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not an IP address"));
        return ServerAddress.of(octets, port);
    }

    private static int port(String digits, String text) {
        if (!digits.matches("\\d{1,5}") || Integer.parseInt(digits) > PORT_MAX || Integer.parseInt(digits) == 0) {
            throw new TypeConversionException("'" + text + "' has no port between 1 and " + PORT_MAX);
        }
        return Integer.parseInt(digits);
    }
}
