@NullMarked
package dev.pgduo.cluster;

import org.jspecify.annotations.NullMarked;
