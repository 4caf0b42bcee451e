/**
 * One zone for every behaviour that a scanner can meet, each with a name, a line on what is wrong
 * with it, and what must be said about it.
 *
 * <p>Must not know messages or sockets.
 *
 * <p>Start at {@link org.zonedrift.sim.gallery.Gallery}.
 */
@NullMarked
package org.zonedrift.sim.gallery;

import org.jspecify.annotations.NullMarked;
