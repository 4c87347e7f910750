@NullMarked
package dev.pgduo.cluster.conf;

import org.jspecify.annotations.NullMarked;
