@NullMarked
package dev.pgduo.lab.snapshot;

import org.jspecify.annotations.NullMarked;
