"""The column names of the inspection workbook.

Source: Ofsted's Annex A, in the wording that councils' workbooks of those years use.
"""

_WHO = "Child Unique ID|Gender|Ethnicity|Date of Birth|Age of Child (Years)"
_TEAM = "Allocated Team|Allocated Worker"
_DISABILITY = "Does the Child have a Disability"

_TEXT = {
    "List 1": f"{_WHO}|Date of Contact|Contact Source",
    "List 2": f"{_WHO}|Assessment start date|Assessment completion date|"
    "Organisation completing assessment",
    "List 3": f"{_WHO}|Date of referral|Referral Source|Referral NFA?|"
    f"Number of Referrals in Last 12 Months|{_TEAM}",
    "List 4": f"{_WHO}|{_DISABILITY}|Continuous Assessment Start Date|"
    "Child Seen During Continuous Assessment|"
    "Continuous Assessment Date of Authorisation|Was the child assessed as requiring "
    f"LA children's social care support?|{_TEAM}",
    "List 5": f"{_WHO}|{_DISABILITY}|Strategy discussion initiating Section 47 Enquiry "
    "Start Date|Was an Initial Child Protection Conference deemed unnecessary?|"
    "Date of Initial Child Protection Conference|Did the Initial Child Protection "
    "Conference Result in a Child Protection Plan|Number of Section 47 Enquiries in "
    f"the last 12 months|Number of ICPCs in the last 12 months|{_TEAM}",
    "List 6": f"{_WHO}|{_DISABILITY}|CIN Start Date|Primary Need Code|"
    "Date Child Was Last Seen|CIN Closure Date|Reason for Closure|Case Status|"
    f"{_TEAM}",
    "List 7": f"{_WHO}|{_DISABILITY}|Child Protection Plan Start Date|"
    "Initial Category of Abuse|Latest Category of Abuse|Date of the Last Statutory "
    "Visit|Was the Child Seen Alone?|Date of latest review conference|"
    "Child Protection Plan End Date|Subject to Emergency Protection Order or "
    "Protected Under Police Powers in Last Six Months (Y/N)|"
    f"Number of Previous Child Protection Plans|{_TEAM}",
    "List 8": f"{_WHO}|Unaccompanied Asylum Seeking Child (UASC) within the Last 12 "
    f"Months (Y/N)|{_DISABILITY}|Date Started to be Looked After|"
    "Child's Category of Need|Is this a second or subsequent period of being a Looked "
    "After Child within the last 12 months (Y/N)|Start date of current legal status|"
    "Child's Legal Status|Date of Latest Statutory Review|Date of Last Social Work "
    "Visit|What is the permanence plan for this child?|Date of Last IRO Visit / "
    "Contact to the Child|Date of Last Health Assessment|Date of Last Dental Check|"
    "Number of Placements in the Last 12 months|Date Ceased to be Looked After|"
    "Reason Ceased to be Looked After|Start Date of Most Recent Placement|"
    "Placement Type|Placement Provider|Placement postcode|URN of Placement|"
    "Placement Location|LA of Placement|Number of Episodes the Child has been "
    "'Missing' from their Placement in the last 12 months|Number of Episodes the "
    "Child has been 'Absent' from their Placement in the last 12 months|Was the child "
    "offered a Return Interview after their last missing episode (Y/N)?|Did the child "
    f"accept a Return Interview after their last missing episode (Y/N)?|{_TEAM}",
    "List 9": f"{_WHO}|{_DISABILITY}|{_TEAM}|Eligibility Category|LA in Touch|"
    "Type of Accommodation|Suitability of Accommodation|Activity Status",
    "List 10": "Child Unique ID|Family identifier|Gender|Ethnicity|Date of Birth|"
    f"Age of Child (Years)|{_DISABILITY}|Date the Child Entered Care|Date of Decision "
    "that Child Should be Placed for Adoption|Date of Placement Order|Date of "
    "Matching Child and Prospective Adopters|Date Placed for Adoption|"
    "Date of Adoption Order|Date of Decision that Child Should No Longer be Placed "
    "for Adoption|Reason Why Child No Longer Placed for Adoption|Date the child was "
    "placed for fostering in FFA or concurrent planning placement",
    "List 11": "Individual adopter identifier|Family identifier|Gender|Ethnicity|"
    "Disability|Is the (prospective) adopter fostering for adoption?|"
    "Date enquiry received|Date Stage 1 started|Date Stage 1 ended|"
    "Date Stage 2 started|Date Stage 2 ended|Date application submitted|"
    "Date application approved|Date adopter matched with child(ren)|"
    "Date child/children placed with adopter(s)|No. of children placed|"
    "Date of Adoption Order|Date of leaving adoption process|"
    "Reason for leaving adoption process",
}

COLUMNS = {name: tuple(text.split("|")) for name, text in _TEXT.items()}
