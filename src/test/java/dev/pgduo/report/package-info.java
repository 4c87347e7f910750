@NullMarked
package dev.pgduo.report;

import org.jspecify.annotations.NullMarked;
