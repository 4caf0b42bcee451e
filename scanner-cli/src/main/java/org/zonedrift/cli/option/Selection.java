package org.zonedrift.cli.option;

import java.util.function.Supplier;
import org.zonedrift.input.Targets;
import org.zonedrift.run.Manifest.Sample;

/**
 * The part of the targets that is wanted, in the order that is wanted.
 *
 * @param sample what kind of sample it is; known for sure once the first target was taken
 */
public record Selection(Targets targets, Supplier<Sample> sample) {}
