/**
 * Reports to bytes and back: NDJSON by a byte writer of our own, its schema, compression.
 *
 * <p>Must not know how a verdict came about.
 *
 * <p>Start at {@link org.zonedrift.output.RecordWriter}.
 */
@NullMarked
package org.zonedrift.output;

import org.jspecify.annotations.NullMarked;
