/** Results as JUnit XML, for continuous integration. */
@NullMarked
package dev.pgduo.export.junit;

import org.jspecify.annotations.NullMarked;
