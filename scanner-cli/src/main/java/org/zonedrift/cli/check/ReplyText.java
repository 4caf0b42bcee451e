package org.zonedrift.cli.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.wire.ResourceRecord;
import org.zonedrift.wire.ResponseCodeText;
import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.SoaRecord;

/** What a reply says, on one line. */
final class ReplyText {

    /** A line for people; a referral of the root alone has dozens. */
    private static final int RECORDS_SHOWN = 8;

    private ReplyText() {}

    static String of(DnsMessage message) {
        List<String> parts = new ArrayList<>();
        parts.add(ResponseCodeText.of(message.rcode()) + flags(message));
        add(parts, "answer", message.answers());
        add(parts, "authority", message.authorities());
        add(parts, "additional", message.additionals());
        if (parts.size() == 1) {
            parts.add("no records");
        }
        return String.join("; ", parts) + " (" + message.size() + " octets)";
    }

    private static String flags(DnsMessage message) {
        return (message.isAuthoritative() ? " aa" : "")
                + (message.isTruncated() ? " tc" : "")
                + (message.offersRecursion() ? " ra" : "");
    }

    private static void add(List<String> parts, String section, List<ResourceRecord> records) {
        if (!records.isEmpty()) {
            String shown =
                    records.stream().limit(RECORDS_SHOWN).map(ReplyText::text).collect(Collectors.joining(", "));
            int left = records.size() - RECORDS_SHOWN;
            parts.add(section + ": " + shown + (left > 0 ? ", and " + left + " more" : ""));
        }
    }

    private static String text(ResourceRecord record) {
        return record.owner() + " " + Trace.typeName(record.type()) + " " + data(record);
    }

    private static String data(ResourceRecord record) {
        if (record instanceof ResourceRecord.Soa soa) {
            return soa(soa.soa());
        }
        if (record instanceof ResourceRecord.Pointer pointer) {
            return pointer.target().toString();
        }
        if (record instanceof ResourceRecord.Address address) {
            return AddressText.write(address.octets());
        }
        return ((ResourceRecord.Other) record).data().length + " octets";
    }

    private static String soa(SoaRecord soa) {
        return soa.mname() + " " + soa.rname() + " " + soa.serial() + " " + soa.refresh() + " " + soa.retry() + " "
                + soa.expire() + " " + soa.minimum();
    }
}
