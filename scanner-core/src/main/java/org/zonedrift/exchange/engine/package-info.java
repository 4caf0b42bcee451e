/**
 * The engine: lanes, pending questions, timing wheels, message ids, TCP conversations.
 *
 * <p>Must not know Netty's transports: what carries octets is behind {@link
 * org.zonedrift.exchange.engine.Network}.
 *
 * <p>Start at {@link org.zonedrift.exchange.engine.Network}.
 */
@NullMarked
package org.zonedrift.exchange.engine;

import org.jspecify.annotations.NullMarked;
