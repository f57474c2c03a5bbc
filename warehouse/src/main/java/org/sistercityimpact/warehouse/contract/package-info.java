/**
 * Contracts on disk and in the warehouse: read from {@code sql/contracts} and {@code
 * sql/reference}, and as columns of raw tables.
 */
package org.sistercityimpact.warehouse.contract;
