package org.zonedrift.flink;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.Delegation.Glue;
import org.zonedrift.zone.Delegation.Method;
import org.zonedrift.zone.Delegation.Source;
import org.zonedrift.zone.Delegation.Standing;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.NameServer.AddressSource;
import org.zonedrift.zone.NameServer.Listed;
import org.zonedrift.zone.NameServer.Located;
import org.zonedrift.zone.NameServer.Trouble;
import org.zonedrift.zone.ServerAddress;

/** Delegations and servers as octets, as far as a target may bring them along. */
final class DelegationCodec {

    private DelegationCodec() {}

    static void write(Delegation delegation, DataOutputStream out) throws IOException {
        Words.name(delegation.zone(), out);
        out.writeUTF(delegation.standing().name());
        write(delegation.source(), out);
        names(delegation.parentNs(), out);
        names(delegation.childNs(), out);
        Words.each(delegation.glue(), DelegationCodec::write, out);
        Words.each(new ArrayList<>(delegation.findings()), Words::text, out);
    }

    static Delegation delegation(DataInputStream in) throws IOException {
        return new Delegation(
                Words.name(in),
                Standing.valueOf(in.readUTF()),
                source(in),
                names(in),
                names(in),
                Words.each(DelegationCodec::glue, in),
                new HashSet<>(Words.each(Words::text, in)));
    }

    private static void write(Source source, DataOutputStream out) throws IOException {
        out.writeUTF(source.method().name());
        Words.optional(source.parentZone(), Words::name, out);
        Words.optional(source.enclosingZone(), Words::name, out);
        out.writeLong(source.nsTtl());
        Words.optional(source.resolver(), Words::text, out);
        Words.optional(source.rcode(), Words::text, out);
        Words.each(source.ede(), (code, to) -> to.writeInt(code), out);
        out.writeLong(source.observedAtMillis());
        out.writeLong(source.parentSoaSerial());
        Words.optional(source.error(), Words::text, out);
    }

    private static Source source(DataInputStream in) throws IOException {
        return new Source(
                Method.valueOf(in.readUTF()),
                Words.optional(Words::name, in),
                Words.optional(Words::name, in),
                in.readLong(),
                Words.optional(Words::text, in),
                Words.optional(Words::text, in),
                Words.each(DataInputStream::readInt, in),
                in.readLong(),
                in.readLong(),
                Words.optional(Words::text, in));
    }

    /** A set that is not known is another than an empty one. */
    private static void names(@Nullable Set<DomainName> names, DataOutputStream out) throws IOException {
        Words.optional(names, (known, to) -> Words.each(new ArrayList<>(known), Words::name, to), out);
    }

    private static @Nullable Set<DomainName> names(DataInputStream in) throws IOException {
        List<DomainName> names = Words.optional(from -> Words.each(Words::name, from), in);
        return names == null ? null : new HashSet<>(names);
    }

    private static void write(Glue glue, DataOutputStream out) throws IOException {
        Words.name(glue.host(), out);
        Words.address(glue.address(), out);
    }

    private static Glue glue(DataInputStream in) throws IOException {
        return new Glue(Words.name(in), Words.address(in));
    }

    static void write(NameServer server, DataOutputStream out) throws IOException {
        Words.name(server.host(), out);
        out.writeUTF(server.listed().name());
        Words.each(server.addresses(), DelegationCodec::write, out);
        Words.optional(server.trouble(), (trouble, to) -> to.writeUTF(trouble.name()), out);
        Words.each(new ArrayList<>(server.findings()), Words::text, out);
    }

    static NameServer server(DataInputStream in) throws IOException {
        return new NameServer(
                Words.name(in),
                Listed.valueOf(in.readUTF()),
                Words.each(DelegationCodec::located, in),
                Words.optional(from -> Trouble.valueOf(from.readUTF()), in),
                new HashSet<>(Words.each(Words::text, in)));
    }

    private static void write(Located located, DataOutputStream out) throws IOException {
        Words.address(located.address(), out);
        out.writeUTF(located.from().name());
    }

    private static Located located(DataInputStream in) throws IOException {
        ServerAddress address = Words.address(in);
        return new Located(address, AddressSource.valueOf(in.readUTF()));
    }
}
