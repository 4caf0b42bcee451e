package org.zonedrift.operator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SoaRecord;

/** Who runs a server, by its name and by what it shows. */
class OperatorsTest {

    private static final PublicSuffixes SUFFIXES = PublicSuffixes.bundled();
    private static final Operators OPERATORS = Operators.bundled();

    @ParameterizedTest
    @CsvSource({
        "www.example.com, example.com",
        "example.com, example.com",
        "ns1.example.co.uk, example.co.uk",
        "ns1.city.kawasaki.jp, city.kawasaki.jp",
        "a.b.c.kawasaki.jp, b.c.kawasaki.jp",
        "www.ck, www.ck",
        "ns.shop.foo.ck, shop.foo.ck",
        "ns1.unheard-of, ns1.unheard-of",
        "ns.me.github.io, github.io",
        "a.b.xn--55qx5d.cn, b.xn--55qx5d.cn"
    })
    void oneLabelBelowTheSuffixIsRegistered(String name, String registrable) {
        assertThat(SUFFIXES.registrableDomain(DomainName.parse(name))).isEqualTo(DomainName.parse(registrable));
    }

    @ParameterizedTest
    @CsvSource({"com", "co.uk", "foo.ck", "."})
    void aSuffixItselfIsNotRegistered(String name) {
        assertThat(SUFFIXES.registrableDomain(DomainName.parse(name))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ns-512.awsdns-00.net, aws-route53",
        "ns-1.awsdns-63.co.uk, aws-route53",
        "ns1-01.azure-dns.com, azure-dns",
        "ns-cloud-a1.googledomains.com, google-cloud-dns",
        "gina.ns.cloudflare.com, cloudflare",
        "ns61.domaincontrol.com, godaddy",
        "ns61x.domaincontrol.com, domaincontrol.com",
        "ns.cloudflare.com, cloudflare.com",
        "ns1.t.lab, self",
        "ns1.deep.below.t.lab, self",
        "ns1.other.lab, other.lab"
    })
    void theTableComesBeforeTheDomain(String host, String operator) {
        assertThat(OPERATORS
                        .runnerOf(DomainName.parse(host), DomainName.parse("t.lab"))
                        .id())
                .isEqualTo(operator);
    }

    @Test
    void aZoneBelowARegisteredNameIsServedByItself() {
        assertThat(OPERATORS
                        .runnerOf(DomainName.parse("ns1.example.com"), DomainName.parse("sub.example.com"))
                        .id())
                .isEqualTo(Operators.SELF);
    }

    @Test
    void anOwnNameMayHideAProvidersProduct() {
        assertThat(behindOwnName("gina.ns.cloudflare.com", "dns.t.lab")).isEqualTo("vanity:cloudflare");
        assertThat(behindOwnName("ns1.t.lab", "dns.jomax.net")).isEqualTo("vanity:godaddy");
        assertThat(behindOwnName("ns1.t.lab", "dns.t.lab")).isEqualTo(Operators.SELF);
    }

    private static String behindOwnName(String mname, String rname) {
        DomainName zone = DomainName.parse("t.lab");
        return Operators.behindOwnName(OPERATORS.providerShownBy(soa(mname, rname), zone));
    }

    @Test
    void dataFilesTellTheirVersionAndHash() {
        assertThat(PublicSuffixes.file().version()).isEqualTo("20230209.2326");
        assertThat(PublicSuffixes.file().sha256()).hasSize(64);
        assertThat(ProviderTable.file().version()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(ProviderTable.file().sha256())
                .isNotEqualTo(PublicSuffixes.file().sha256());
    }

    private static SoaRecord soa(String mname, String rname) {
        return new SoaRecord(
                DomainName.parse(mname), DomainName.parse(rname), SerialNumber.of(1), 7200, 3600, 1209600, 300, 300);
    }
}
