package org.zonedrift.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSIDOption;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Messages from a seed: honest ones, written by a library that is not ours, and spoiled ones. */
final class HostileMessages {

    private static final String[] ZONES = {"example.com.", "a.b.c.example.", "xn--strae-oqa.de.", "UPPER.Example."};
    private static final String[] DATA = {
        "SOA ns1.example.com. host\\.master.example.com. 2026112001 7200 900 1209600 300",
        "NS ns1.example.com.",
        "NS ns2.other.example.",
        "CNAME target.example.com.",
        "DNAME elsewhere.example.",
        "A 192.0.2.7",
        "AAAA 2001:db8::7",
        "MX 10 Mail.Example.com.",
        "TXT \"some text\" \"and more\"",
        "CAA 0 issue \"ca.example\"",
        "DS 12345 13 2 49FD46E6C4B45C55D4AC69CBD3CD34AC1AFE51DE1D3D9A5E0B0E6E6E3F1B2A4C",
        "SRV 1 2 53 ns1.example.com.",
    };
    private static final int RECORDS_MAX = 6;

    private final SplittableRandom random;

    HostileMessages(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A reply that any parser must read. */
    byte[] honest() throws Exception {
        Name zone = Name.fromString(anyOf(ZONES));
        Message reply = Message.newQuery(Record.newRecord(zone, Type.SOA, DClass.IN));
        reply.getHeader().setFlag(Flags.QR);
        if (random.nextBoolean()) {
            reply.getHeader().setFlag(Flags.AA);
        }
        for (int section = Section.ANSWER; section <= Section.ADDITIONAL; section++) {
            for (int i = random.nextInt(RECORDS_MAX); i > 0; i--) {
                reply.addRecord(record(zone), section);
            }
        }
        if (random.nextBoolean()) {
            reply.addRecord(opt(), Section.ADDITIONAL);
        }
        return reply.toWire();
    }

    private Record record(Name zone) throws Exception {
        String[] typeAndData = anyOf(DATA).split(" ", 2);
        Name owner = random.nextInt(3) == 0 ? Name.fromString(anyOf(ZONES)) : zone;
        return Record.fromString(
                owner, Type.value(typeAndData[0]), DClass.IN, random.nextInt(100_000), typeAndData[1], Name.root);
    }

    private Record opt() {
        return new OPTRecord(
                random.nextInt(512, 4096),
                random.nextInt(3),
                0,
                0,
                List.of(new NSIDOption("instance".getBytes()), new ExtendedErrorCodeOption(random.nextInt(30), "why")));
    }

    private String anyOf(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** The same message cut short, or with octets changed, pointers planted, counts inflated. */
    byte[] spoiled(byte[] message) {
        byte[] spoiled = message.clone();
        switch (random.nextInt(5)) {
            case 0 -> spoiled = Arrays.copyOf(spoiled, random.nextInt(spoiled.length + 1));
            case 1 -> change(spoiled, random.nextInt(1, 20));
            case 2 -> plantPointers(spoiled);
            case 3 -> inflateCounts(spoiled);
            default -> spoiled = noise();
        }
        return spoiled;
    }

    private void change(byte[] message, int octets) {
        for (int i = 0; i < octets; i++) {
            message[random.nextInt(message.length)] = (byte) random.nextInt();
        }
    }

    private void plantPointers(byte[] message) {
        for (int i = 0; i < 8; i++) {
            int at = random.nextInt(message.length - 1);
            message[at] = (byte) 0xc0;
            message[at + 1] = (byte) random.nextInt(message.length);
        }
    }

    private void inflateCounts(byte[] message) {
        for (int at = 4; at < 12; at++) {
            message[at] = (byte) random.nextInt();
        }
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(600)];
        random.nextBytes(noise);
        return noise;
    }

    /** Everything that dnsjava reads of the kinds that we keep, as text. */
    static List<String> textsOf(Message message, int section, boolean addressesOnly) {
        List<String> texts = new ArrayList<>();
        for (Record record : message.getSection(section)) {
            boolean address = record.getType() == Type.A || record.getType() == Type.AAAA;
            if (record.getType() != Type.OPT && (address || !addressesOnly)) {
                texts.add(record.getName().toString().toLowerCase(java.util.Locale.ROOT) + " " + record.getType() + " "
                        + record.getTTL());
            }
        }
        return texts;
    }
}
