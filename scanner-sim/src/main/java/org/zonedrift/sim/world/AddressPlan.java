package org.zonedrift.sim.world;

import java.util.ArrayList;
import java.util.List;

/** Who has which addresses: a /24 in 127/8 for each operator, another for each registry. */
final class AddressPlan {

    private static final int LOOPBACK = 127;
    private static final int REGISTRIES = 53;
    private static final int PROVIDERS = 64;
    private static final int REGISTRY_SERVERS = 3;
    private static final int FIRST_DARK = 200;

    private final Providers providers;

    AddressPlan(Providers providers) {
        this.providers = providers;
    }

    /** A server of the root (0) or of a top-level domain (1 and up). */
    static long registry(int registry, int server) {
        return Place.of(LOOPBACK, REGISTRIES, registry, server + 1);
    }

    static int registryServers() {
        return REGISTRY_SERVERS;
    }

    /** One of a provider's answering servers; the index may be any number. */
    long live(int rank, int index) {
        return block(rank) + 1 + Math.floorMod(index, providers.live(rank));
    }

    /** One of a provider's dead servers; the index may be any number. */
    long dark(int rank, int index) {
        return block(rank) + FIRST_DARK + Math.floorMod(index, providers.dark(rank));
    }

    private static long block(int rank) {
        return Place.of(LOOPBACK, PROVIDERS + (rank >>> 8), rank & 0xff, 0);
    }

    /** The rank of the provider whose block an address lies in, or 0 for none. */
    static int rankAt(long place) {
        int second = (int) (place >>> 16) & 0xff;
        return second < PROVIDERS ? 0 : (second - PROVIDERS) << 8 | (int) (place >>> 8) & 0xff;
    }

    /** Every address of the world at which a server stands, dead ones included. */
    List<Long> all(int registries) {
        List<Long> all = new ArrayList<>();
        for (int registry = 0; registry < registries; registry++) {
            for (int server = 0; server < REGISTRY_SERVERS; server++) {
                all.add(registry(registry, server));
            }
        }
        for (int rank = 1; rank <= providers.count(); rank++) {
            for (int index = 0; index < providers.live(rank); index++) {
                all.add(live(rank, index));
            }
            for (int index = 0; index < providers.dark(rank); index++) {
                all.add(dark(rank, index));
            }
        }
        return all;
    }
}
