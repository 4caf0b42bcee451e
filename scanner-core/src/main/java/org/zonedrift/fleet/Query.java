package org.zonedrift.fleet;

import org.zonedrift.zone.DomainName;

/**
 * What a resolver is asked.
 *
 * @param type the record type's number
 */
public record Query(DomainName name, int type) {}
