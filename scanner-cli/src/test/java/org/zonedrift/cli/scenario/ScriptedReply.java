package org.zonedrift.cli.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.GenericEDNSOption;
import org.xbill.DNS.Header;
import org.xbill.DNS.Master;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** One datagram, or one message on a stream, that a scripted server sends; each line of the script adds to it. */
final class ScriptedReply {

    private static final int HEADER = 12;
    private static final int UDP_SIZE = 1_232;

    private final Name origin;
    private final Header header = new Header();
    private final List<Record> records = new ArrayList<>();
    private final List<Integer> sections = new ArrayList<>();
    private final List<EDNSOption> options = new ArrayList<>();
    private int rcode;
    private boolean opt = true;
    private boolean wrongId;
    private String question = "as asked";
    private int @Nullable [] counts;
    private byte[] tail = new byte[0];
    private int cut = Integer.MAX_VALUE;
    int copies = 1;
    Duration after = Duration.ZERO;

    @Nullable
    String from;

    boolean unreachable;
    boolean hangsUp;
    int split;

    ScriptedReply(Name origin) {
        this.origin = origin;
        header.setFlag(Flags.QR);
    }

    /** What a line of the script says about this reply; false where it says nothing about replies. */
    boolean take(String word, String rest) throws IOException {
        switch (word) {
            case "rcode" -> rcode = rest.matches("\\d+") ? Integer.parseInt(rest) : Rcode.value(rest);
            case "flags" -> List.of(rest.split(" +", -1)).forEach(flag -> header.setFlag(Flags.value(flag)));
            case "answer" -> add(Section.ANSWER, rest);
            case "authority" -> add(Section.AUTHORITY, rest);
            case "additional" -> add(Section.ADDITIONAL, rest);
            case "nsid" -> options.add(new GenericEDNSOption(EDNSOption.Code.NSID, rest.getBytes()));
            case "option" -> addOption(rest.split(" +", 2));
            case "no-opt" -> opt = false;
            case "wrong-id" -> wrongId = true;
            case "question" -> question = rest;
            case "counts" -> counts = numbers(rest);
            case "tail" -> tail = HexFormat.of().parseHex(rest.replace(" ", ""));
            case "cut" -> cut = Integer.parseInt(rest);
            case "copies" -> copies = Integer.parseInt(rest);
            case "after" -> after = Duration.parse("PT" + rest);
            case "from" -> from = rest;
            case "unreachable" -> unreachable = true;
            case "hang-up" -> hangsUp = true;
            case "split" -> split = Integer.parseInt(rest);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void addOption(String[] codeAndHex) {
        byte[] data = codeAndHex.length < 2 ? new byte[0] : HexFormat.of().parseHex(codeAndHex[1].replace(" ", ""));
        options.add(new GenericEDNSOption(Integer.parseInt(codeAndHex[0]), data));
    }

    private static int[] numbers(String text) {
        return List.of(text.split(" +", -1)).stream()
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private void add(int section, String text) throws IOException {
        try (Master line = new Master(new java.io.ByteArrayInputStream((text + "\n").getBytes()), origin, 3_600)) {
            records.add(line.nextRecord());
            sections.add(section);
        }
    }

    /** The octets that answer this question. */
    byte[] to(Message query) {
        Message reply = new Message();
        reply.setHeader(header.clone());
        reply.getHeader()
                .setID(
                        wrongId
                                ? query.getHeader().getID() ^ 0x5555
                                : query.getHeader().getID());
        reply.getHeader().setRcode(rcode & 0xf);
        addQuestion(reply, query.getQuestion());
        for (int i = 0; i < records.size(); i++) {
            reply.addRecord(records.get(i), sections.get(i));
        }
        if (opt && query.getOPT() != null) {
            reply.addRecord(new OPTRecord(UDP_SIZE, rcode >> 4, 0, 0, options), Section.ADDITIONAL);
        }
        return mangled(reply.toWire());
    }

    private void addQuestion(Message reply, Record asked) {
        switch (question) {
            case "none" -> {}
            case "twice" -> {
                reply.addRecord(asked, Section.QUESTION);
                reply.addRecord(asked, Section.QUESTION);
            }
            case "other" ->
                reply.addRecord(Record.newRecord(origin, asked.getType() + 1, asked.getDClass()), Section.QUESTION);
            default -> reply.addRecord(asked, Section.QUESTION);
        }
    }

    private byte[] mangled(byte[] wire) {
        byte[] longer = java.util.Arrays.copyOf(wire, wire.length + tail.length);
        System.arraycopy(tail, 0, longer, wire.length, tail.length);
        int[] stated = counts;
        for (int i = 0; stated != null && i < stated.length; i++) {
            longer[HEADER - 8 + 2 * i] = (byte) (stated[i] >> 8);
            longer[HEADER - 7 + 2 * i] = (byte) stated[i];
        }
        return java.util.Arrays.copyOf(longer, Math.min(longer.length, cut));
    }
}
