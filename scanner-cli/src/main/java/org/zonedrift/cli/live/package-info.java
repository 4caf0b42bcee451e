/**
 * A scan as numbers for other programs and as a page in the browser, over HTTP.
 *
 * <p>Must not know any command.
 *
 * <p>Start at {@link org.zonedrift.cli.live.LivePage}.
 */
@NullMarked
package org.zonedrift.cli.live;

import org.jspecify.annotations.NullMarked;
