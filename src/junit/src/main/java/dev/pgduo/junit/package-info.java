/** Labs as JUnit tests: {@link dev.pgduo.junit.LabTest} for Jupiter, and a test engine of its own. */
@NullMarked
package dev.pgduo.junit;

import org.jspecify.annotations.NullMarked;
