package org.zonedrift.flink;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.zonedrift.input.Target;
import org.zonedrift.input.Target.Line;
import org.zonedrift.input.Target.Why;
import org.zonedrift.zone.Previous;
import org.zonedrift.zone.SerialNumber;

/**
 * Targets as octets: so they travel, and so checkpoints keep those that are under way. Some 40 octets
 * for a name, 200 for a zone that brings its servers.
 */
final class TargetCodec {

    /** Of the form below; the first octet of each. */
    private static final int VERSION = 1;

    private TargetCodec() {}

    static byte[] encode(Target target) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(64);
        try (DataOutputStream out = new DataOutputStream(octets)) {
            out.writeByte(VERSION);
            Words.line(target.line(), out);
            out.writeBoolean(target instanceof Target.Zone);
            if (target instanceof Target.Zone zone) {
                write(zone, out);
            } else {
                write((Target.Unmeasured) target, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    static Target decode(byte[] octets) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("a target of version " + version + ", which nobody knows");
            }
            Line line = Words.line(in);
            return in.readBoolean() ? zone(line, in) : unmeasured(line, in);
        } catch (IOException e) {
            throw new UncheckedIOException("a target that is damaged", e);
        }
    }

    private static void write(Target.Unmeasured target, DataOutputStream out) throws IOException {
        Words.optional(target.name(), Words::name, out);
        out.writeUTF(target.why().name());
        Words.optional(target.error(), Words::text, out);
    }

    private static Target unmeasured(Line line, DataInputStream in) throws IOException {
        return new Target.Unmeasured(
                line, Words.optional(Words::name, in), Why.valueOf(in.readUTF()), Words.optional(Words::text, in));
    }

    private static void write(Target.Zone zone, DataOutputStream out) throws IOException {
        Words.name(zone.name(), out);
        Words.optional(zone.metadata(), Words::text, out);
        Words.optional(zone.delegation(), DelegationCodec::write, out);
        Words.each(zone.servers(), DelegationCodec::write, out);
        Words.optional(zone.previous(), TargetCodec::write, out);
    }

    private static Target zone(Line line, DataInputStream in) throws IOException {
        return new Target.Zone(
                line,
                Words.name(in),
                Words.optional(Words::text, in),
                Words.optional(DelegationCodec::delegation, in),
                Words.each(DelegationCodec::server, in),
                Words.optional(TargetCodec::previous, in));
    }

    private static void write(Previous previous, DataOutputStream out) throws IOException {
        out.writeInt(previous.serial().bits());
        Words.text(previous.verdict(), out);
        out.writeLong(previous.at());
        Words.text(previous.run(), out);
    }

    private static Previous previous(DataInputStream in) throws IOException {
        return new Previous(new SerialNumber(in.readInt()), Words.text(in), in.readLong(), Words.text(in));
    }
}
