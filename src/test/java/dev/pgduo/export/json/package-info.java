@NullMarked
package dev.pgduo.export.json;

import org.jspecify.annotations.NullMarked;
