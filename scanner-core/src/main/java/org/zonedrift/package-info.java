/**
 * The way of every domain, from a target to a report; its assembly and its limits.
 *
 * <p>Must not know how anything is done.
 *
 * <p>Start at {@link org.zonedrift.Scanner}.
 *
 * <h2>The picture</h2>
 *
 * <pre>
 *   input ───▶ delegation ───▶ address book ───▶ probe ───▶ verdict ───▶ output
 * list, CSV,     who serves?      where do they     one address,  what do the    NDJSON
 * zone file,     3 ways to        listen? cached,   one outcome   outcomes say?
 * results        find out         one look-up at a      │          pure
 *                    │            time per host         │
 *                    └──────────▶  exchange  ◀──────────┘
 *                 one question, one answer: limits, retries, UDP then TCP
 *                                      │
 *                               exchange.engine    lanes, pending questions, wheels, ids
 *                                      │ Network
 *                              exchange.netty, or a simulation in memory
 * </pre>
 *
 * <h2>The rule of arrows</h2>
 *
 * <p>A stage knows the words ({@link org.zonedrift.zone}), the way to ask ({@link
 * org.zonedrift.exchange}) and the outcome of the stage before it. No stage knows the stage after
 * it. The supports {@code wire}, {@code operator}, {@code safety} and {@code telemetry} know only
 * the words, and whoever needs one may know it. Only this package knows them all. {@code
 * PackageMapTest} keeps the map exact.
 *
 * <h2>What holds everywhere</h2>
 *
 * <ul>
 *   <li>Failure is data. What the network does to us becomes an outcome, never an exception; one
 *       target in, exactly one report out.
 *   <li>Reactor coordinates zones; the path of a packet is plain Java.
 *   <li>One zone, one lane: what belongs to a lane is confined to its thread and needs no lock. What
 *       lanes share (address book, limits, counters) says so.
 *   <li>Time and network are injected: {@link org.zonedrift.exchange.Lane} and {@link
 *       org.zonedrift.exchange.engine.Network}. The same scanner runs over sockets and in simulated
 *       time.
 *   <li>Answers are hostile input; text from the network is escaped before anybody reads it.
 *   <li>There is a limit on everything, and memory does not grow with the input.
 * </ul>
 */
@NullMarked
package org.zonedrift;

import org.jspecify.annotations.NullMarked;
