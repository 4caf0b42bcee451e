package org.zonedrift.safety;

import org.zonedrift.zone.ServerAddress;

/**
 * Whether an address that DNS told us may be asked: no special-purpose one, none of our own and no
 * broadcast address, unless the user allows it by name.
 */
public final class AddressRules {

    private final AddressBlocks local;
    private final AddressBlocks allowed;

    /**
     * @param local addresses of this machine and its networks
     * @param allowed what the user permits although the rules deny it
     */
    public AddressRules(AddressBlocks local, AddressBlocks allowed) {
        this.local = local;
        this.allowed = allowed;
    }

    public boolean permit(ServerAddress address) {
        return permit(address.octets());
    }

    /** Whether the address in these 4 or 16 octets may be asked. */
    public boolean permit(byte[] octets) {
        boolean isDenied = SpecialAddresses.contain(octets) || local.contain(octets);
        return !isDenied || allowed.contain(octets);
    }
}
