package id.warta.route;

import id.warta.platform.InvalidInputException;
import id.warta.platform.input.EditedColumns;

import org.springframework.graphql.data.ArgumentValue;

/**
 * What to make of a redirect; what is omitted stays as it is.
 *
 * @param redirectId its global id
 * @param path the address that it begins at
 * @param target where it leads
 */
record EditRedirectInput(String redirectId, ArgumentValue<String> path, ArgumentValue<RedirectTargetInput> target) {

	/**
	 * The columns to change, the target aside.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT}
	 */
	EditedColumns columns() {
		EditedColumns columns = new EditedColumns().set("path", "path", this.path, RedirectColumns::path);
		return this.target.isOmitted() ? columns.requireAny() : columns;
	}

}
