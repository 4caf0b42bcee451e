package org.zonedrift.cli.option;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonedrift.safety.AddressBlock;
import org.zonedrift.sim.climate.Outage;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Outages as options write them: {@code 10s+60s} for all servers, {@code 10s+60s@127.64.1.0/24} for some. */
final class Outages implements ITypeConverter<Outage> {

    private static final Pattern FORM = Pattern.compile("(\\w+)\\+(\\w+)(?:@(.+))?");
    private static final String EVERYBODY = "127.0.0.0/8";

    @Override
    public Outage convert(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new TypeConversionException("'" + text + "' is no outage such as 10s+60s or 10s+60s@127.64.1.0/24");
        }
        String block = form.group(3) == null ? EVERYBODY : form.group(3);
        return new Outage(
                Durations.parse(form.group(1)),
                Durations.parse(form.group(2)),
                AddressBlock.parse(block)
                        .orElseThrow(() -> new TypeConversionException("'" + block + "' is no block of addresses")));
    }
}
