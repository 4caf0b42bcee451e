package org.zonedrift.exchange;

import org.zonedrift.zone.DomainName;

/**
 * What to ask: a name, a record type, and the manner, of which a program has a handful.
 *
 * @param type the record type's number
 */
public record DnsQuestion(DomainName name, int type, Manner manner) {}
