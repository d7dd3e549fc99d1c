package id.warta.category;

import java.util.Map;

import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.input.EditedColumns;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.ArgumentValue;

/**
 * Where to put a category.
 *
 * @param id its global id
 * @param parentId the global id of the category to be above it; null for the top, omitted
 * if it stays below the same one
 * @param position its place among its siblings there; null for the last one
 */
record MoveCategoryInput(String id, ArgumentValue<String> parentId, @Nullable Integer position) {

	long category() {
		return NodeId.parse(this.id, "Category", "id");
	}

	/**
	 * The id of the category to be above it; 0 for the top, null if that stays.
	 */
	@Nullable Long parent() {
		if (this.parentId.isOmitted()) {
			return null;
		}
		String parent = this.parentId.value();
		return (parent != null) ? NodeId.parse(parent, "Category", "parentId") : 0L;
	}

	/**
	 * The place among its siblings; null for the last one.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it moves nothing, or the
	 * position is negative
	 */
	@Nullable Integer place() {
		if (this.parentId.isOmitted() && this.position == null) {
			throw new InvalidInputException("BAD_ARGUMENT", null, "Give a parent, a position, or both");
		}
		return CreateCategoryInput.checkedPosition(this.position);
	}

	/**
	 * What the audit log keeps of it.
	 */
	Map<String, @Nullable Object> summary() {
		return new EditedColumns()
			.clearable("parent_id", "parentId", this.parentId, (id, field) -> NodeId.parse(id, "Category", field))
			.put("position", this.position)
			.summary();
	}

}
