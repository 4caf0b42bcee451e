package org.zonedrift.fleet;

import org.zonedrift.exchange.DatagramExchange;
import org.zonedrift.exchange.DnsExchange;

/** The ways from one lane to the resolvers: single datagrams without retries, and streams. */
public record Wires(DatagramExchange udp, DnsExchange tcp) {}
