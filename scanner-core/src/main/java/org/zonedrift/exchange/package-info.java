/**
 * The way to ask: one question to one server, one answer back; limits, retries, UDP then TCP.
 *
 * <p>Must not know Netty's transports, nor why anybody asks.
 *
 * <p>Start at {@link org.zonedrift.exchange.DnsExchange}.
 */
@NullMarked
package org.zonedrift.exchange;

import org.jspecify.annotations.NullMarked;
