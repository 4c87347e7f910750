@NullMarked
package dev.pgduo.export.junit;

import org.jspecify.annotations.NullMarked;
