/** Results in the Test Anything Protocol, for continuous integration. */
@NullMarked
package dev.pgduo.export.tap;

import org.jspecify.annotations.NullMarked;
