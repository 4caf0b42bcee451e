package org.zonedrift.exchange.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ParcelsTest {

    private final Parcels parcels = new Parcels();

    @Test
    void whatCameBackGoesOutNextAndIsEmpty() {
        Parcel first = parcels.take(100);
        first.content().writeInt(7);
        first.to(new InetSocketAddress("192.0.2.1", 53));
        assertThat(first.recipient().getPort()).isEqualTo(53);

        first.release();

        assertThat(parcels.take(100)).isSameAs(first);
        assertThat(first.content().isReadable()).isFalse();
    }

    @Test
    void manyThatAreOutAtATimeDoNotShareTheirRoom() {
        Set<Parcel> out = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < 200; i++) {
            Parcel parcel = parcels.take(4);
            parcel.content().writeInt(i);
            out.add(parcel);
        }

        assertThat(out).hasSize(200);
        assertThat(out.stream().map(parcel -> parcel.content().getInt(0))).doesNotHaveDuplicates();
    }

    @Test
    void oneThatIsTooLargeForTheOthersRoomHasItsOwnAndIsNotKept() {
        Parcel large = parcels.take(4_000);
        assertThat(large.content().writableBytes()).isEqualTo(4_000);

        large.release();

        assertThat(Stream.generate(() -> parcels.take(100)).limit(3)).doesNotContain(large);
    }
}
