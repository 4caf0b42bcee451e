# Adds to a flat zone file what a registry that signs adds for each delegation. No signature is real, and none is read.
function finish_zone() {
    if (owner == "") return
    print owner "\t86400\tin\tds\t370 13 1 BE74359954660069D5C63D200C39F5603827D7DD"
    print owner "\t86400\tin\tds\t370 13 2 BE74359954660069D5C63D200C39F5603827D7DD02B56F120EE9F3A86764247C"
    print owner "\t86400\tin\trrsig\tds 13 2 86400 20261201000000 20261110000000 11 sim. " signature
    print "orphan." owner "\t86400\tin\ta\t192.0.2." zones % 256
    hash = sprintf("%08xv6j5jb1q24lcmbi0d1kmmhsa.sim.", zones++ * 2654435761 % 4294967296)
    print hash "\t86400\tin\tnsec3\t1 1 0 - 3v8rk0r9a1h1o6bqe7uo9jbb2pgp4krs NS DS RRSIG"
    print hash "\t86400\tin\trrsig\tnsec3 13 2 86400 20261201000000 20261110000000 11 sim. " signature
}
BEGIN {
    signature = "b2xkIG1hbiBhbmQgdGhlIHNlYSBpcyBhIGJvb2sgYWJvdXQgYSBmaXNoZXJtYW4gd2hvIGdvZXMgb3V0IHRvIHNlYQ=="
}
$4 == "ns" && $1 != owner {
    if (owner != "sim.") finish_zone()
    owner = $1
}
{ print }
END { finish_zone() }
