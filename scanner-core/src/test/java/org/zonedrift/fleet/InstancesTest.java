package org.zonedrift.fleet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstancesTest {

    @Test
    void machinesAreToldApartAndAddedUpOverLanes() {
        Instances one = new Instances();
        Instances other = new Instances();
        one.answered("ams1".getBytes(US_ASCII));
        one.answered("ams1".getBytes(US_ASCII));
        other.answered("ams1".getBytes(US_ASCII));
        other.answered("fra2".getBytes(US_ASCII));

        one.add(other);

        assertThat(one.counts()).isEqualTo(Map.of("ams1", 3L, "fra2", 1L));
    }

    @Test
    void anIdentityForEveryAnswerFillsNoMemory() {
        Instances instances = new Instances();
        for (int i = 0; i < 100_000; i++) {
            instances.answered(ByteBuffer.allocate(4).putInt(i).array());
        }

        assertThat(instances.counts()).hasSizeLessThanOrEqualTo(256);
    }
}
