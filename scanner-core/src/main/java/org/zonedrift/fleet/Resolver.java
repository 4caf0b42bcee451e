package org.zonedrift.fleet;

import org.zonedrift.zone.ServerAddress;

/**
 * One resolver of the fleet.
 *
 * @param name what its users call it, or its address
 */
public record Resolver(String name, ServerAddress address) {}
