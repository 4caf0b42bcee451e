/**
 * What the servers of the simulated world say: a question's octets in, a reply's octets out.
 *
 * <p>Must not know sockets, nor how the world is drawn.
 *
 * <p>Start at {@link org.zonedrift.sim.answer.Responder}.
 */
@NullMarked
package org.zonedrift.sim.answer;

import org.jspecify.annotations.NullMarked;
