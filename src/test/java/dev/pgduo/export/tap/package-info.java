@NullMarked
package dev.pgduo.export.tap;

import org.jspecify.annotations.NullMarked;
