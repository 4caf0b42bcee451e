package org.zonedrift.cli.scenario;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import org.zonedrift.sim.network.DnsServer;
import org.zonedrift.sim.network.ReturnPath;

/** The root of a scripted world: it refers to the one zone, knows its hosts' addresses, and denies the rest. */
final class ScriptedParent implements DnsServer {

    private static final int TTL = 86_400;

    private final ScriptedScenario scenario;
    private final Name zone;
    private final Name self;

    ScriptedParent(ScriptedScenario scenario) throws IOException {
        this.scenario = scenario;
        this.zone = scenario.origin();
        this.self = Name.fromString("a.root-servers.example.");
    }

    @Override
    public void received(ByteBuf datagram, ReturnPath back) {
        try {
            Message query = new Message(ByteBufUtil.getBytes(datagram));
            byte[] reply = answer(query).toWire();
            back.reply(back.buffer(reply.length).writeBytes(reply), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Message answer(Message query) throws IOException {
        Name asked = query.getQuestion().getName();
        Message reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.addRecord(query.getQuestion(), Section.QUESTION);
        if (asked.equals(Name.root) && query.getQuestion().getType() == Type.NS) {
            reply.getHeader().setFlag(Flags.AA);
            reply.addRecord(new NSRecord(Name.root, DClass.IN, TTL, self), Section.ANSWER);
        } else if (asked.subdomain(zone)) {
            refer(reply);
        } else {
            tell(reply, query.getQuestion());
        }
        return reply;
    }

    private void refer(Message reply) throws IOException {
        for (String host : scenario.hosts()) {
            Name name = Name.fromString(host, zone);
            reply.addRecord(new NSRecord(zone, DClass.IN, TTL, name), Section.AUTHORITY);
            if (name.subdomain(zone)) {
                for (String address : scenario.addresses().get(host)) {
                    reply.addRecord(address(name, address), Section.ADDITIONAL);
                }
            }
        }
    }

    /** About names beside the zone: addresses of hosts, nothing at what lies above them, else a denial. */
    private void tell(Message reply, Record question) throws IOException {
        reply.getHeader().setFlag(Flags.AA);
        boolean exists = zone.subdomain(question.getName());
        for (String host : scenario.hosts()) {
            Name name = Name.fromString(host, zone);
            exists |= !scenario.addresses().get(host).isEmpty() && name.subdomain(question.getName());
            if (name.equals(question.getName())) {
                for (String text : scenario.addresses().get(host)) {
                    Record address = address(name, text);
                    if (address.getType() == question.getType()) {
                        reply.addRecord(address, Section.ANSWER);
                    }
                }
            }
        }
        reply.getHeader().setRcode(exists ? Rcode.NOERROR : Rcode.NXDOMAIN);
        if (reply.getSection(Section.ANSWER).isEmpty()) {
            reply.addRecord(
                    new SOARecord(Name.root, DClass.IN, TTL, self, self, 1, 3_600, 900, 1_209_600, 300),
                    Section.AUTHORITY);
        }
    }

    private static Record address(Name name, String text) throws IOException {
        java.net.InetAddress address = java.net.InetAddress.getByName(text);
        return text.contains(":")
                ? new AAAARecord(name, DClass.IN, TTL, address)
                : new ARecord(name, DClass.IN, TTL, address);
    }
}
