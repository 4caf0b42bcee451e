/**
 * The job on a real cluster: several processes, of which one is killed.
 *
 * <p>Must not know the inside of the job: it is submitted as users submit it.
 *
 * <p>Start at {@link org.zonedrift.flink.cluster.ClusterIT}.
 */
@NullMarked
package org.zonedrift.flink.cluster;

import org.jspecify.annotations.NullMarked;
