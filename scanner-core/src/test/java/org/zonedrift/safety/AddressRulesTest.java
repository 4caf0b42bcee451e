package org.zonedrift.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zonedrift.zone.AddressText;

class AddressRulesTest {

    private static final AddressRules DEFAULT = new AddressRules(AddressBlocks.none(), AddressBlocks.none());

    private static byte[] octets(String text) {
        return AddressText.parse(text).orElseThrow();
    }

    private static AddressBlocks blocks(String text) {
        return new AddressBlocks(List.of(AddressBlock.parse(text).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.1",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "169.254.1.1",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.10",
                "192.0.2.255",
                "192.31.196.1",
                "192.52.193.1",
                "192.88.99.2",
                "192.168.255.1",
                "192.175.48.6",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:8.8.8.8",
                "::8.8.8.8",
                "64:ff9b::808:808",
                "64:ff9b:1::1",
                "100::1",
                "100:0:0:1::1",
                "5f00::1",
                "fc00::1",
                "fd12::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:1ff:ffff::1",
                "2001:db8::1",
                "2002:808:808::1",
                "2620:4f:8000::1",
                "3fff:fff::1",
                "4000::1"
            })
    void T140_specialPurposeAddressesAreNeverAsked(String address) {
        assertThat(DEFAULT.permit(octets(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.0.3.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "8.8.8.8",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2003::1",
                "2620:4f:8001::1",
                "2a00::1",
                "3ffe::1",
                "3fff:1000::1"
            })
    void theNeighboursOfSpecialAddressesMayBeAsked(String address) {
        assertThat(DEFAULT.permit(octets(address))).isTrue();
    }

    @Test
    void whatTheUserNamesIsAllowed() {
        AddressRules rules = new AddressRules(AddressBlocks.none(), blocks("127.0.0.0/8"));

        assertThat(rules.permit(octets("127.10.1.1"))).isTrue();
        assertThat(rules.permit(octets("10.0.0.1"))).isFalse();
    }

    @Test
    void ourOwnAddressesAreNotAskedUnlessNamed() {
        assertThat(new AddressRules(blocks("8.8.4.4"), AddressBlocks.none()).permit(octets("8.8.4.4")))
                .isFalse();
        assertThat(new AddressRules(blocks("8.8.4.4"), blocks("8.8.0.0/16")).permit(octets("8.8.4.4")))
                .isTrue();
    }

    @Test
    void theLoopbackAddressIsOneOfOurOwn() {
        assertThat(LocalAddresses.find().contain(octets("127.0.0.1"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/", "10.0.0/8", "::/129", "example.com", "10.0.0.0/-1", ""})
    void whatIsNoBlockIsRefused(String text) {
        assertThat(AddressBlock.parse(text)).isEmpty();
    }

    @Test
    void aBlockMayEndInTheMiddleOfAnOctet() {
        AddressBlock block = AddressBlock.parse("10.11.12.13/20").orElseThrow();

        assertThat(block).hasToString("10.11.0.0/20");
        assertThat(block.contains(octets("10.11.15.255"))).isTrue();
        assertThat(block.contains(octets("10.11.16.0"))).isFalse();
    }
}
