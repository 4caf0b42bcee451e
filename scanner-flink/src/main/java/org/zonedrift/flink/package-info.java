/**
 * A scan as a job on Apache Flink: where its targets come from, the engine of each process, and where
 * its records and counts go.
 *
 * <p>Must not know how a zone is looked at, nor how a record is written.
 *
 * <p>Start at {@link org.zonedrift.flink.ScanJob}.
 *
 * <h2>The picture</h2>
 *
 * <pre>
 *   a subtask:   targets ──▶ looks ──▶ counts ──▶ records
 *                a part of     │ ▲       tally,      result files,
 *                the input     ▼ │       metrics     one each checkpoint
 *   a process:        the engine: one scanner, for all subtasks here
 * </pre>
 *
 * <h2>What holds, and what it costs</h2>
 *
 * <ul>
 *   <li>Records are written exactly once, and queries are sent at least once: a target that is under
 *       way is part of each checkpoint, and after a failure it is looked at anew from its first look.
 *       So a re-check survives a restart by being done again with the look that led to it, and what a
 *       mismatch says is always of two looks of one attempt. A keyed timer would have kept the first
 *       look's evidence, some kilobytes a zone, in order to spare one look of the few zones that drift.
 *   <li>The price of a long re-check is places: {@code --waiting} zones of each subtask may wait, some
 *       40 octets each in a checkpoint, or 200 where the input brings the servers.
 *   <li>Each part of the input is found by reading all of it, so a cluster of n subtasks reads it n
 *       times, side by side. That keeps a zone whose records stand on many lines in one piece, and
 *       is little beside asking its servers. A restart reads again up to where it stopped.
 *   <li>Every limit is that of one scan: an engine has the share of the subtasks that are in its
 *       process, which changes as they come and go. Servers that few subtasks need are then asked more
 *       slowly than they might be. With {@code --strict-destinations} each operator of the provider
 *       table has an owner, who has half of its limits and a share of the other half; the price is that
 *       a big operator's zones are one subtask's work, and that targets cross the network.
 *   <li>Where the source stands in the chain its end waits for what is under way, for past the end of its
 *       input a subtask takes no checkpoint. With {@code --strict-destinations} subtasks elsewhere cannot
 *       be waited for, so a failure after the end of the input looks again at what was found since.
 *   <li>Counts are exact as long as the process that coordinates the job lives; if it dies after some
 *       subtasks have ended and others have not, the manifest lacks what they counted, and says that
 *       its counts do not add up. What was asked ({@code traffic}) is that of the engines that ended well.
 *   <li>Unlike a scan by one process, the job does not read {@code --exclude} again while it runs, takes
 *       no delegation of a zone file for hosts that other zones name, and does not ask the root first.
 * </ul>
 */
@NullMarked
package org.zonedrift.flink;

import org.jspecify.annotations.NullMarked;
