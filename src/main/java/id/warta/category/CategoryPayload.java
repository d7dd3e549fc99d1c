package id.warta.category;

import java.util.List;

/**
 * The answer to a mutation that a category is left of.
 *
 * @param category the category
 */
record CategoryPayload(Category category) {

	public List<Object> errors() {
		return List.of();
	}

}
