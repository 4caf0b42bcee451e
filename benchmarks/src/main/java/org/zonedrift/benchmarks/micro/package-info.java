/**
 * Parts of the packet path alone, under JMH.
 *
 * <p>Must not know anything that they do not measure.
 *
 * <p>Start at {@link org.zonedrift.benchmarks.micro.MicroBench}.
 */
@NullMarked
package org.zonedrift.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
