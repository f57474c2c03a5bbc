/**
 * What each table may hold: Table Schema (Data Package v2) descriptors and code lists, read from
 * {@code sql/contracts} and {@code sql/reference}.
 */
package org.sistercityimpact.warehouse.contract;
