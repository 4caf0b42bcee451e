/**
 * Owns: the program: options, progress, exit codes.
 * Must not know: how a verdict comes about.
 * Start here: the README.
 */
@NullMarked
package org.zonedrift.cli;

import org.jspecify.annotations.NullMarked;
