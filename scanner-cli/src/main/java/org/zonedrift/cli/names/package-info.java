/**
 * Names and addresses as people type them.
 *
 * <p>Must not know any command.
 *
 * <p>Start at {@link org.zonedrift.cli.names.InternationalNames}.
 */
@NullMarked
package org.zonedrift.cli.names;

import org.jspecify.annotations.NullMarked;
