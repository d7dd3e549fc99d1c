package id.warta.identity.account;

import id.warta.platform.InvalidInputException;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.ArgumentValue;

/**
 * What is to be changed of somebody: what is omitted stays.
 *
 * @param staffId who
 * @param name what others call them
 * @param authorId whose byline their articles carry; null for nobody's
 */
record EditStaffInput(String staffId, ArgumentValue<String> name, ArgumentValue<String> authorId) {

	long id() {
		return StaffInputs.staff(this.staffId);
	}

	String nameOr(String before) {
		if (this.name.isOmitted()) {
			return before;
		}
		String given = this.name.value();
		if (given == null) {
			throw InvalidInputException.badArgument("name", "'name' can't be taken away");
		}
		return StaffInputs.name(given);
	}

	@Nullable Long authorOr(@Nullable Long before) {
		return this.authorId.isOmitted() ? before : StaffInputs.author(this.authorId.value());
	}

}
