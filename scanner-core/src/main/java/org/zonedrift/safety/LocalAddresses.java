package org.zonedrift.safety;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** This machine's own addresses and the broadcast addresses of the networks it stands in. */
public final class LocalAddresses {

    private LocalAddresses() {}

    /** Found out without sending anything; empty where the machine will not say. */
    public static AddressBlocks find() {
        List<AddressBlock> found = new ArrayList<>();
        try {
            for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                card.getInterfaceAddresses().forEach(address -> add(address, found));
            }
        } catch (SocketException e) {
            return AddressBlocks.none();
        }
        return new AddressBlocks(found);
    }

    private static void add(InterfaceAddress address, List<AddressBlock> found) {
        found.add(only(address.getAddress()));
        if (address.getBroadcast() != null) {
            found.add(only(address.getBroadcast()));
        }
    }

    private static AddressBlock only(InetAddress address) {
        return new AddressBlock(address.getAddress(), address.getAddress().length * Byte.SIZE);
    }
}
